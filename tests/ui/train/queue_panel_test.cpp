#include "ui/train/queue_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QListView>
#include <QTest>

#include "ui/session/trainings.h"

namespace rudolph {
namespace {

struct QueuePanelTest : testing::Test {
    QueuePanelTest() {
        // Those that another test has left.
        while (queue.rowCount() > 0)
            queue.remove(0);
        std::vector<QueuedTraining> trainings;
        for (const char* name : {"one", "two", "three", "four"}) {
            QueuedTraining training{preset("nose-tip")};
            training.experiment.name = name;
            trainings.push_back(training);
        }
        queue.add(trainings);
        panel.resize(260, 500);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }

    ~QueuePanelTest() override {
        while (queue.rowCount() > 0)
            queue.remove(0);
    }

    QStringList names() {
        QStringList names;
        for (const QueuedTraining& each : queue.trainings())
            names << QString::fromStdString(each.experiment.name);
        return names;
    }
    Session session;
    TrainingQueue& queue = *session.trainings().queue();
    QueuePanel panel{&session};
};

TEST_F(QueuePanelTest, KeysMoveAndRemove) {
    QListView* list = panel.findChild<QListView*>("queue");
    list->setFocus();
    list->setCurrentIndex(queue.index(2));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(names(), QStringList({"one", "three", "two", "four"}));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(names(), QStringList({"one", "two", "three", "four"}));
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(names(), QStringList({"one", "two", "four"}));
}

}  // namespace
}  // namespace rudolph
